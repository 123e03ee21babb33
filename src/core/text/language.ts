/**
 * Languages that the classifier does not cover are told by their small words; the covered ones by the network. Small words
 * that a covered language also has ("de", "en", "i", "per") are left out on purpose.
 * models/train/language.py holds the same list.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  nl: "van het een niet zijn voor maar ook naar deze wij jij bij nog wordt hebben heeft uit mijn jouw geen zou moet ik heb weer aan alleen altijd daar omdat veel heel goed vandaag",
  sv: "och att är inte jag för ett från också när hade mycket vara då ska även bara honom hon bra",
  no: "etter ble noe mye dere deg meg gjøre",
  fi: "että oli mutta niin hän olen ovat mitä kaikki myös vain siitä minä mitään aina nyt hyvä tänään minun sinä",
  pl: "się jest że jak jestem czy dla mnie tylko już był może przez jego są żeby jeszcze bardzo więc mam ze sobie nawet teraz kiedy gdzie dzisiaj",
  cs: "že jsem jak už jsou jen nebo být aby když které bude byl jeho který protože také ještě mám mě ty dnes máme",
  sk: "že ako už sú len alebo byť aby keď ktoré bude jeho",
  hu: "az hogy és egy meg csak már volt ez vagy mint még lesz nagyon kell akkor azt nincs vagyok én itt jó",
  vi: "và của không có được cho người này một những trong với các đã khi tôi để nhưng rất đi làm anh mình gì thì ngày",
  tl: "ang ng mga ay ako siya naman kung kayo ito yung po nga talaga kasi",
  sw: "wa kwa katika hii kwamba lakini yake watu hiyo kama mimi wewe sisi hapa",
  hr: "nije sam kako što samo ili biti kad ovo ima kao sve još više nego danas dobro",
  sl: "ampak kako samo biti ima kot vse še ker",
  ca: "els amb també això és molt aquest aquesta pel dels quan fer més perquè avui què",
  lt: "kad yra kaip aš iš jau buvo labai tik apie kas",
  lv: "tas kā nav jau bija ļoti tikai mēs kas",
  et: "oli aga kui siis ning kõik väga ainult seda",
  sq: "dhe është në të për që nuk një nga unë janë kjo ky shumë",
  az: "və üçün ilə deyil amma mən çox nə kimi hər",
  cy: "yn fod wedi bod hyn oedd gan ond hynny dim",
  af: "het wat vir ons maar hulle moet",
  uk: "що це як від він також було ще або щоб вже має дуже цей про є та мені буде",
  bg: "това като са ще беше съм много няма защо една също както му си ли от",
  fa: "است که این را برای آن های خود شود می",
  ur: "ہے کے کی میں اور سے نے کا کو یہ نہیں",
};

const VOTES: ReadonlyMap<string, readonly string[]> = Object.entries(SMALL_WORDS).reduce(
  (map, [language, words]) => {
    for (const word of words.split(" ")) map.set(word, [...(map.get(word) ?? []), language]);
    return map;
  },
  new Map<string, string[]>(),
);

/** This share of a text's words, and two of them, must be one uncovered language's small words. */
const SHARE = 0.1;

/** Letters of scripts that no covered language is written in: Greek, Armenian, Hebrew, Indic but Devanagari, Thai, Georgian … */
const FOREIGN_SCRIPT = /[\u0370-\u03ff\u0530-\u05ff\u0700-\u08ff\u0980-\u10ff\u1200-\u17ff]/g;

/** The uncovered language that a normalised text is in, or null. */
export function uncoveredLanguage(normalised: string): string | null {
  if ((normalised.match(FOREIGN_SCRIPT)?.length ?? 0) > normalised.length / 3) return "other";
  const words = normalised
    .toLowerCase()
    .split(/[^\p{L}\p{M}']+/u)
    .filter((w) => w !== "")
    .slice(0, 200);
  const votes = new Map<string, number>();
  for (const word of words)
    for (const language of VOTES.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  let best: string | null = null;
  let most = Math.max(2, SHARE * words.length);
  for (const [language, n] of votes) {
    if (n < most || (n === most && best !== null)) continue;
    most = n;
    best = language;
  }
  return best;
}
