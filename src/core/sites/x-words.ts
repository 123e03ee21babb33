/** What X puts as an image's description when the author gave none: the word "Image" in its languages. */
export const X_NO_ALT = [
  "Image", "Imagen", "Imagem", "Imatge", "Immagine", "Imaxe", "Imagine", "Bild", "Bilde", "Billede", "Afbeelding",
  "Obraz", "Obrázek", "Obrázok", "Slika", "Kép", "Kuva", "Resim", "Görsel", "Gambar", "Imej", "Larawan", "Hình ảnh",
  "Изображение", "Зображення", "Слика", "Εικόνα", "תמונה", "الصورة", "صورة", "تصویر", "चित्र", "छवि", "ছবি", "படம்",
  "รูปภาพ", "画像", "이미지", "图像", "图片", "圖片", "Embedded video",
];
