/** What Instagram and Threads write as a picture's description when its author wrote none: a machine's guess. */
export const META_NO_ALT = [
  "**ay be an image of**",
  "Photo by **",
  "Photo shared by **",
  "Photo de **",
  "Foto de **",
  "Foto von **",
  "Foto di **",
  "Foto door **",
  "Foto av **",
  "Foto af **",
  "No photo description available.",
  "Foto geteilt von **",
  "Image by **",
  "**könnte ein Bild von**",
  "**puede ser una imagen de**",
  "**pode ser uma imagem de**",
  "**peut être une image de**",
  "**の写真**",
  "**님의 사진**",
];

/** The line "AI info" above a post. It is a label of the site's: the author said so, or the file did. */
export const META_AI_INFO = [
  "AI info",
  "Made with AI",
  "KI-Info",
  "KI-Informationen",
  "Infos IA",
  "Infos sur l’IA",
  "Información de IA",
  "Información sobre IA",
  "Informações de IA",
  "Informações sobre IA",
  "Info IA",
  "Informazioni sull’IA",
  "AI-info",
  "AI-oplysninger",
  "Informacje o AI",
  "Yapay zeka bilgisi",
  "Сведения об ИИ",
  "AI情報",
  "AI 정보",
  "AI 信息",
  "AI 資訊",
  "معلومات الذكاء الاصطناعي",
  "Info AI",
];

/** The tick's outline, the same on all of Meta's sites. */
export const META_TICK = "M19.998 3.094 14.638 0**";
