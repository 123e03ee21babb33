import type { COMPANIONS } from "../../core/vocab/site";
import type { Dom } from "./dom";

/** No thread is longer; a hostile one is cut. */
const MAX_ROWS = 5_000;

/** How deep a comment's row stands. Data cannot say it: a width in pixels, or an attribute, counts levels. */
export const depthOf = (dom: Dom, row: Element): number => {
  const cell = dom.query(row, "td.ind");
  const indent = cell && dom.attr(cell, "indent");
  if (indent && /^\d{1,4}$/.test(indent)) return Number(indent);
  const image = dom.query(row, "td.ind img");
  const width = image && dom.attr(image, "width");
  return width && /^\d{1,5}$/.test(width) ? Math.round(Number(width) / 40) : 0;
};

/** The rows under a story's title: its line of numbers, and the gap. */
const storyRows = (dom: Dom, row: Element): Element[] => {
  const rows: Element[] = [];
  for (let next = dom.nextElement(row); next && rows.length < 2; next = dom.nextElement(next)) {
    if (dom.matches(next, ".athing, .morespace")) break;
    rows.push(next);
  }
  return rows;
};

/** The rows of all answers to a comment: those that follow it and stand deeper. */
const replyRows = (dom: Dom, row: Element): Element[] => {
  const depth = depthOf(dom, row);
  const rows: Element[] = [];
  for (let next = dom.nextElement(row); next && rows.length < MAX_ROWS; next = dom.nextElement(next)) {
    if (!dom.matches(next, ".comtr") || depthOf(dom, next) <= depth) break;
    rows.push(next);
  }
  return rows;
};

/** Rows that belong to a row, by the name that site files know them under. */
export const ROWS: Record<(typeof COMPANIONS)[number], (dom: Dom, row: Element) => Element[]> = {
  "story-rows": storyRows,
  "reply-rows": replyRows,
};
