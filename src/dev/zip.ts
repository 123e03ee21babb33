import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

/** 1 January 1980, the first day that the format knows: equal folders give equal files. */
const DATE = 0x21;

const header = (signature: number, length: number, fill: (view: DataView) => void): Buffer => {
  const bytes = Buffer.alloc(length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  view.setUint32(0, signature, true);
  fill(view);
  return bytes;
};

/** A folder as a ZIP file (APPNOTE 6.3, without data descriptors or ZIP64). `level` 0 stores without packing. */
export const zipFolder = (folder: string, level: number): Buffer => {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of filesUnder(folder)) {
    const content = readFileSync(join(folder, name));
    const packed = level === 0 ? content : deflateRawSync(content, { level });
    const path = Buffer.from(name, "utf8");
    const common = (view: DataView, at: number): void => {
      view.setUint16(at, 20, true); // needs version 2.0
      view.setUint16(at + 2, 0x0800, true); // names are UTF-8
      view.setUint16(at + 4, level === 0 ? 0 : 8, true);
      view.setUint16(at + 8, DATE, true);
      view.setUint32(at + 10, crc32(content), true);
      view.setUint32(at + 14, packed.length, true);
      view.setUint32(at + 18, content.length, true);
      view.setUint16(at + 22, path.length, true);
    };
    const local = header(0x04034b50, 30, (view) => {
      common(view, 4);
    });
    const central = header(0x02014b50, 46, (view) => {
      view.setUint16(4, 20, true);
      common(view, 6);
      view.setUint32(42, offset, true);
    });
    entries.push(local, path, packed);
    directory.push(central, path);
    offset += local.length + path.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = header(0x06054b50, 22, (view) => {
    view.setUint16(8, directory.length / 2, true);
    view.setUint16(10, directory.length / 2, true);
    view.setUint32(12, listing.length, true);
    view.setUint32(16, offset, true);
  });
  return Buffer.concat([...entries, listing, end]);
};
