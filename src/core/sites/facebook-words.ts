/** The word on advertisements, in Facebook's languages. */
const SPONSORED = [
  "Sponsored",
  "Gesponsert",
  "Anzeige",
  "Sponsorisé",
  "Commandité",
  "Publicidad",
  "Patrocinado",
  "Patrocinada",
  "Sponsorizzato",
  "Gesponsord",
  "Sponsrad",
  "Sponset",
  "Sponsoreret",
  "Sponsoroitu",
  "Kostað",
  "Styrkt",
  "Sponzorováno",
  "Sponzorované",
  "Sponsorowane",
  "Sponsorizat",
  "Hirdetés",
  "Sponzorirano",
  "Sponzorisano",
  "Sponsorirano",
  "Спонзорисано",
  "Спонзорирано",
  "Спонсорирано",
  "Спонсорировано",
  "Реклама",
  "Рэклама",
  "Χορηγούμενη",
  "Sponsorlu",
  "Reklamlı",
  "ממומן",
  "إعلان مُموَّل",
  "مُموَّل",
  "إعلان ممول",
  "حمایت‌شده",
  "تعاون کردہ",
  "प्रायोजित",
  "স্পনসর করা",
  "சார்பு",
  "ได้รับการสนับสนุน",
  "Được tài trợ",
  "Bersponsor",
  "Ditaja",
  "Disponsori",
  "Patrocinat",
  "Babestua",
  "広告",
  "赞助内容",
  "贊助",
  "撰助",
  "광고",
  "Rėmėjai",
  "Remiama",
  "Apmaksāta reklāma",
  "Sponsitud",
  "E sponsorizuar",
  "Noddwyd",
];

/** As a label prints it. */
export const SPONSORED_WORDS = [...SPONSORED, ...SPONSORED.map((word) => word.toLowerCase())];

/** As sorted letters: Facebook scatters the letters of the word, and style sheets put them in order. */
export const SPONSORED_LETTERS = [
  ...new Set(
    SPONSORED.map((word) =>
      [...word]
        .filter((letter) => letter !== " ")
        .sort()
        .join(""),
    ),
  ),
];
