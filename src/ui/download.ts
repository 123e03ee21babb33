/** Hand a text to the person as a file, without the downloads permission. */
export const download = (name: string, text: string, type = "application/json"): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click returns; a minute is long enough to start.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
