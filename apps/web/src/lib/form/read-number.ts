import { toDecimalText } from "@lilink/contract";

/** The number of a field, "1,200" and "１２００" too; undefined where it is empty, NaN where it is none. */
export const readNumber = (typed: string | undefined): number | undefined =>
  typed === undefined || typed.trim() === "" ? undefined : Number(toDecimalText(typed));

/** A percentage as a share of one. @example readShare("79.1") // 0.791 */
export const readShare = (typed: string | undefined): number | undefined => {
  const percent = readNumber(typed);
  return percent === undefined ? undefined : Number((percent / 100).toFixed(6));
};
