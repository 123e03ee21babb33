/** Put a text into the clipboard; called from a click, which is all that browsers ask of an extension's page. */
export const copy = (text: string): Promise<void> => navigator.clipboard.writeText(text);
