/** Why the hall's memory cannot be opened or read; a closed set, so that every reason has its words and its test. */
export type StoreFailureReason =
  | 'folder'
  | 'read-only'
  | 'disk'
  | 'in-use'
  | 'not-ours'
  | 'newer-version'
  | 'damaged'
  | 'unreadable-document';

/** The controller cannot start on this memory. The message says what happened, where, and what to do. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: StoreFailureReason;

  constructor(reason: StoreFailureReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
