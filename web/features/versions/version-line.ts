/** A version as its history has it. */
export interface VersionLine {
  version: number;
  /** null: the desk itself. */
  by: { name: string } | null;
  at: number;
  note: string;
}
