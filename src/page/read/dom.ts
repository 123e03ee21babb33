/**
 * DOM access that a page cannot bend. A `<form>` with `<input name="parentNode">`, or `<img
 * name="querySelector">` in the document, puts its own element in the place of a property; the
 * accessors of the prototypes still tell the truth. Works on any realm (jsdom windows too).
 */
export interface Dom {
  nodeType(node: Node): number;
  parent(node: Node): Node | null;
  parentElement(node: Node): Element | null;
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  firstElement(node: Element): Element | null;
  nextElement(node: Element): Element | null;
  previousElement(node: Element): Element | null;
  ownerDocument(node: Node): Document | null;
  isConnected(node: Node): boolean;
  contains(node: Node, other: Node | null): boolean;
  /** Whether `node` stands before `other` in the document. */
  precedes(node: Node, other: Node): boolean;
  data(node: Node): string;
  textContent(node: Node): string | null;
  localName(node: Element): string;
  attr(node: Element, name: string): string | null;
  /** These four give nothing, rather than throw, for a selector that the engine cannot parse. */
  matches(node: Element, selector: string): boolean;
  closest(node: Element, selector: string): Element | null;
  query(node: Element | Document, selector: string): Element | null;
  queryAll(node: Element | Document, selector: string): Element[];
  byId(document: Document, id: string): Element | null;
  create<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K];
  setAttr(node: Element, name: string, value: string): void;
  removeAttr(node: Element, name: string): void;
  insertFirst(parent: Element, node: Node): void;
  remove(node: Element): void;
  rect(node: Element): DOMRect;
}

type Accessor = (this: unknown, ...args: unknown[]) => unknown;

/** The property as a prototype has it, skipping whatever the object itself claims. */
const accessor = (object: object, name: string): Accessor => {
  for (
    let proto = Object.getPrototypeOf(object) as object | null;
    proto;
    proto = Object.getPrototypeOf(proto) as object | null
  ) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found?.get) return found.get as Accessor;
    if (typeof found?.value === "function") return found.value as Accessor;
  }
  return () => null;
};

const PRECEDING = 4; // Node.DOCUMENT_POSITION_FOLLOWING, seen from the other side

const build = (document: Document): Dom => {
  // A neutral element of this realm: documentElement could be anything, a fresh <p> could not.
  const createElement = accessor(document, "createElement");
  const sample = createElement.call(document, "p") as Element;
  const textSample = (accessor(document, "createTextNode") as (data: string) => Text).call(document, "");
  const node = <T>(name: string) => {
    const call = accessor(sample, name);
    return (target: Node, ...args: unknown[]) => call.apply(target, args) as T;
  };
  const queryOf = {
    element: accessor(sample, "querySelector"),
    document: accessor(document, "querySelector"),
  };
  const queryAllOf = {
    element: accessor(sample, "querySelectorAll"),
    document: accessor(document, "querySelectorAll"),
  };
  const nodeType = node<number>("nodeType");
  const compare = node<number>("compareDocumentPosition");
  const getData = accessor(textSample, "data");
  const [matches, closest] = [node<boolean>("matches"), node<Element | null>("closest")];
  const byId = accessor(document, "getElementById");
  const insertBefore = node<unknown>("insertBefore");
  const firstChild = node<Node | null>("firstChild");
  const broken = new Set<string>();
  const trying = <T>(selector: string, otherwise: T, run: () => T): T => {
    if (broken.has(selector)) return otherwise;
    try {
      return run();
    } catch {
      if (broken.size < 500) broken.add(selector);
      return otherwise;
    }
  };
  const kind = (target: Node) => (nodeType(target) === 9 ? "document" : "element");
  return {
    nodeType,
    parent: node("parentNode"),
    parentElement: node("parentElement"),
    firstChild,
    nextSibling: node("nextSibling"),
    firstElement: node("firstElementChild"),
    nextElement: node("nextElementSibling"),
    previousElement: node("previousElementSibling"),
    ownerDocument: node("ownerDocument"),
    isConnected: node("isConnected"),
    contains: node("contains"),
    precedes: (a, b) => (compare(a, b) & PRECEDING) !== 0,
    data: (target) => String(getData.call(target) ?? ""),
    textContent: node("textContent"),
    localName: node("localName"),
    attr: node("getAttribute"),
    matches: (target, selector) => trying(selector, false, () => matches(target, selector)),
    closest: (target, selector) => trying(selector, null, () => closest(target, selector)),
    query: (target, selector) =>
      trying(selector, null, () => queryOf[kind(target)].call(target, selector) as Element | null),
    queryAll: (target, selector) =>
      trying(selector, [], () =>
        Array.from(queryAllOf[kind(target)].call(target, selector) as Iterable<Element>),
      ),
    byId: (target, id) => byId.call(target, id) as Element | null,
    create: <K extends keyof HTMLElementTagNameMap>(name: K) =>
      createElement.call(document, name) as HTMLElementTagNameMap[K],
    setAttr: node("setAttribute"),
    removeAttr: node("removeAttribute"),
    insertFirst: (parent, child) => insertBefore(parent, child, firstChild(parent)),
    remove: node("remove"),
    rect: node("getBoundingClientRect"),
  };
};

const doms = new WeakMap<Document, Dom>();

export const domOf = (document: Document): Dom => {
  let dom = doms.get(document);
  if (!dom) doms.set(document, (dom = build(document)));
  return dom;
};

/** The document of a node that may be a clobbered form. */
export const documentOf = (node: Node): Document => {
  const owner = accessor(node, "ownerDocument").call(node) as Document | null;
  return owner ?? (node as Document);
};
