import type { SamplePost } from "./kinds";

/** Written the way people write when nobody is selling anything. */
export const HUMAN_POSTS: SamplePost[] = [
  {
    handle: "tea_and_tram", name: "Orla", lang: "en", by: "person", ago: 6,
    text: "ok so the tram just stopped in the middle of the bridge, driver got out, had a cig, got back in. no announcement. everyone just accepted it. i love this city",
  },
  {
    handle: "plumbobrien_inv", name: "plumb o'brien", lang: "en", by: "person", ago: 18, pinned: true,
    text: "been a plumber 22 yrs & the one thing ive learned is never ever trust a man who says \"i already had a look at it myself\"",
  },
  {
    handle: "moss_and_mortar", name: "Moss & Mortar 🌿", lang: "en", by: "person", ago: 33,
    text: "sourdough update day 9: it smells like a gym bag and my flatmate has named it kevin. we are not throwing kevin out. kevin pays no rent but neither does she lol",
    media: [{ kind: "image", alt: "a jar of grey goo with a sticker that says KEVIN" }],
  },
  {
    handle: "nullpointer_nan", name: "nan", lang: "en", by: "person", ago: 47,
    text: "spent 4 hrs on a bug. it was a tab. in a yaml file. that i wrote. in 2019. past me can go directly to hell",
    quote: { handle: "deepstackdaily", name: "Deep Stack Daily", text: "Clean code isn't just a skill — it's a mindset.", lang: "en" },
  },
  {
    handle: "fishwife_of_ull", name: "Ishbel F.", lang: "en", by: "person", ago: 52, verified: true,
    text: "Ferry cancelled again, third time this week. The cafe by the slip has run out of everything but tattie scones so at least there's that I suppose",
  },
  {
    handle: "kaffeekanne_ost", name: "Kaffeekanne Ost", lang: "de", by: "person", ago: 66,
    text: "gestern beim umzug geholfen, heute kann ich meine arme nicht mehr heben. wer hat bitte 14 kisten bücher und keine einzige davon beschriftet?? nie wieder (bis zum nächsten mal)",
  },
  {
    handle: "marmite_nocturne", name: "Marmite Nocturne", lang: "fr", by: "person", ago: 80,
    text: "le voisin du dessus a décidé d'apprendre la trompette à 47 ans. franchement je respecte, mais pas à 7h du mat un dimanche, là je vais monter",
  },
  {
    handle: "abuela_wifi", name: "La abuela del wifi", lang: "es", by: "person", ago: 88,
    text: "mi nieto me ha puesto el móvil en chino sin querer y llevo dos horas dándole a todo. he pedido tres pizzas creo. si llega alguien a la puerta ya sé por qué",
  },
  {
    handle: "yoru_no_konbini", name: "夜のコンビニ", lang: "ja", by: "person", ago: 92,
    text: "コンビニで傘を買おうとしたら最後の一本を目の前で取られて、仕方なく濡れて帰ったら玄関に傘が三本あった。毎回これやってる気がする",
  },
  {
    handle: "qahwa_ala_sath", name: "قهوة على السطح", lang: "ar", by: "person", ago: 99,
    text: "صار لي ساعة أدور على النظارة وهي على راسي، وأمي تشوفني وتضحك وما قالت ولا كلمة. والله هالبيت ما فيه أحد ينحط عليه الأمل",
  },
  {
    handle: "sovushka_ne_spit", name: "совушка не спит", lang: "ru", by: "person", ago: 105,
    text: "кот уронил цветок, посмотрел мне в глаза и уронил второй. я уже даже не злюсь, просто стою с веником и думаю о своей жизни",
  },
  {
    handle: "brioche_fiend", name: "brioche fiend", lang: "en", by: "person", ago: 120, repostedBy: { handle: "tea_and_tram", name: "Orla" },
    text: "the woman in front of me at the bakery asked for \"whatever's oldest\" and then fed it to a dog that was wearing a better coat than mine",
  },
  {
    handle: "dadofthree_derry", name: "Conor (dad of 3, tired)", lang: "en", by: "person", ago: 126,
    text: "wee man asked me why the moon follows our car & i said it fancies your mammy. he has not stopped crying. its 9pm. hes now scared of the moon",
  },
  {
    handle: "knitwit_gran", name: "Knitwit Gran 🧶", lang: "en", by: "person", ago: 140, card: { host: "example.org", title: "Pattern: the ugly bobble hat" }, link: "example.org/patterns/bobble",
    text: "Finished the bobble hat. It has come out the size of a bucket. Photo to follow when my sister stops laughing. Pattern is here if you hate yourself:",
  },
  {
    handle: "trainspotterish", name: "mostly trains", lang: "en", by: "person", ago: 155, joined: true,
    text: "(part 2) anyway the heritage diesel broke down and we got towed home by the modern one which felt like a metaphor but i was too cold to think of what for",
  },
  {
    handle: "eletricista_ze", name: "Zé das Lâmpadas", lang: "pt", by: "person", ago: 161,
    text: "cliente liga a dizer que a luz não funciona. chego lá, 40 km. o disjuntor estava desligado porque o gato carregou nele. o gato estava a olhar pra mim",
  },
  {
    handle: "stairs_at_midnight", name: "stairs at midnight", lang: "en", by: "person", ago: 182,
    text: "long one sorry. so my landlord came round about the boiler, right, and he brings his brother who is \"good with boilers\", and the brother opens it up, looks at it for a solid minute and goes \"that's a boiler alright\". then they both had tea. MY tea. then the brother asks if i've tried turning it off. it has been off for nine days, that's the whole thing, that's why you're here martin. anyway they're coming back thursday with another brother. i have asked how many brothers there are and he said \"enough\"",
    cutAt: 240,
  },
];
