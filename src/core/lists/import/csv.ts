export interface CsvRow {
  cells: string[];
  /** 1-based, of the source. */
  line: number;
}

/** Rows of comma-separated values (RFC 4180), but for line breaks inside quotes, which such files do not have. */
export const readCsv = (lines: readonly string[]): CsvRow[] =>
  lines.map((line, at) => {
    const cells: string[] = [];
    let cell = "";
    let inside = false;
    for (let i = 0; i < line.length; i += 1) {
      const char = line[i];
      if (inside && char === '"' && line[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (char === '"') inside = !inside;
      else if (char === "," && !inside) {
        cells.push(cell);
        cell = "";
      } else cell += char;
    }
    cells.push(cell);
    return { cells, line: at + 1 };
  });
