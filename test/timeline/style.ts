/** Enough of the site's look to measure and to see: a column, white space kept, three grounds. */
export const THEMES = {
  light: { ground: "#ffffff", text: "#0f1419", faint: "#536471", line: "#eff3f4" },
  dim: { ground: "rgb(21, 32, 43)", text: "#f7f9f9", faint: "#8b98a5", line: "#38444d" },
  dark: { ground: "rgb(0, 0, 0)", text: "#e7e9ea", faint: "#71767b", line: "#2f3336" },
} as const;

export type ThemeName = keyof typeof THEMES;

export const styleOf = (theme: ThemeName): string => {
  const { text, faint, line } = THEMES[theme];
  return `
* { box-sizing: border-box } body { margin: 0; font: 15px/20px "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: ${text}; overflow-y: scroll }
a { color: inherit; text-decoration: none } button { font: inherit; color: ${faint}; background: none; border: 0; padding: 0 }
main { display: flex; justify-content: center } [data-testid=primaryColumn] { width: 100%; max-width: 600px; border-inline: 1px solid ${line} }
header { position: sticky; top: 0; z-index: 3; height: 53px; padding: 16px; font-weight: 700; border-bottom: 1px solid ${line}; background: ${THEMES[theme].ground} }
section > h1, .offscreen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
[data-testid=cellInnerDiv] > div { display: flex; flex-direction: column; border-bottom: 1px solid ${line} }
article { padding: 0 16px; cursor: pointer } article:focus { outline: none }
.top { display: flex; min-height: 12px } .gutter { width: 40px; margin-inline-end: 8px } .line { width: 2px; height: 8px; margin-inline: auto; background: ${line} }
.context { display: flex; gap: 8px; align-items: center; padding: 12px 0 4px; margin-inline-start: -24px; font-size: 13px; font-weight: 700; color: ${faint} } .context svg { width: 16px; fill: ${faint} }
.body { display: flex } .left { flex: none; width: 40px; margin-inline-end: 8px } .right { flex: 1; min-width: 0; padding-bottom: 12px }
.face { display: block; width: 40px; height: 40px; border-radius: 50%; background: ${faint} } .quote .face { width: 20px; height: 20px }
.head, .names, .handle, .menus, .quoted { display: flex; gap: 4px; min-width: 0 } .names { flex: 1 } .menus svg { width: 18px; height: 18px; fill: ${faint} }
.name { font-weight: 700; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; flex: 0 1 auto; min-width: 0 } .name a, .name a div { display: inline } .name svg { width: 18px; height: 18px; vertical-align: text-bottom; fill: #1d9bf0 }
.handle { flex: none; color: ${faint} } .text { white-space: pre-wrap; overflow-wrap: break-word } .emoji { width: 18px; height: 18px; background: ${line}; border-radius: 50% }
.notice, .ailabel, .replying { display: flex; gap: 6px; font-size: 13px; color: ${faint} } .notice svg, .ailabel svg { width: 16px; height: 16px; fill: ${faint} } [data-testid=tweet-text-show-more-link], .text a, .replying a { color: #1d9bf0 }
.media { margin-top: 12px; border: 1px solid ${line}; border-radius: 16px; overflow: hidden } .photo, .photo img, .photo video { display: block; width: 100%; height: 180px } .card { padding: 12px; color: ${faint} }
.quote, .gone { display: block; margin-top: 12px; padding: 12px; border: 1px solid ${line}; border-radius: 16px }
[role=group] { display: flex; justify-content: space-between; margin-top: 12px; color: ${faint}; font-size: 13px; max-width: 425px }
.spinner { height: 80px }
`;
};
