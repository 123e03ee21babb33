/** missing: nothing could be loaded; corrupt: not the bytes or the manifest that it should be; runtime: it would not run. */
export type ModelErrorKind = "missing" | "corrupt" | "runtime";

/** Why a classifier cannot answer. The message is for a person; `cause` keeps what was thrown. */
export class ModelError extends Error {
  readonly kind: ModelErrorKind;

  constructor(kind: ModelErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "ModelError";
    this.kind = kind;
  }
}

/** Any failure as a ModelError; those that already are one stay as they are. */
export const asModelError = (kind: ModelErrorKind, what: string, error: unknown): ModelError =>
  error instanceof ModelError
    ? error
    : new ModelError(kind, `${what}: ${error instanceof Error ? error.message : String(error)}`, error);
