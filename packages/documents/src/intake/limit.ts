import { archiveLimits } from "@lilink/model/file";

/** What a file may hold. Whatever is above is refused before, or while, it is unfolded; nothing is cut. */
export type FileLimits = {
  readonly bytes: number;
  /** Entries of an archive. */
  readonly entries: number;
  /** Bytes of all entries together, unfolded. */
  readonly unfolded: number;
  /** Times that an entry may grow; counted only for those above a megabyte. */
  readonly growth: number;
  /** Bytes of the text table of a workbook, which is held in memory. */
  readonly strings: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellText: number;
};

const megabyte = 1024 * 1024;

export const fileLimits: FileLimits = {
  bytes: 10 * megabyte,
  entries: 500,
  ...archiveLimits,
  strings: 40 * megabyte,
  rows: 200_000,
  columns: 200,
  cellText: 32_767,
};
