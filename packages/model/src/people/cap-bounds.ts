import { allCode, type RolledCell } from "./rolled.ts";
import { fieldOfSkill } from "./skill.ts";

const keyOf = ({
  component,
  year,
  skill,
  province,
}: Pick<RolledCell, "component" | "year" | "skill" | "province">) =>
  `${component} ${year} ${skill} ${province}`;

/**
 * Bounds as a reader may take them: none is above a total that it counts in, for people are no fewer than none. It follows from what is
 * published and tells nothing more. [SK11]
 * @example a part "0 to 120" in a province of 114 people // "0 to 114"
 */
export function capByTotals(cells: readonly RolledCell[]): readonly RolledCell[] {
  const highs = new Map(cells.map((cell) => [keyOf(cell), cell.high ?? Number.POSITIVE_INFINITY]));
  return cells.map((cell) => {
    if (!cell.withheld) return cell;
    const totals = [cell.skill, fieldOfSkill(cell.skill), allCode].flatMap((skill) =>
      [cell.province, allCode].map(
        (province) => highs.get(keyOf({ ...cell, skill, province })) ?? Number.POSITIVE_INFINITY,
      ),
    );
    const high = Math.min(...totals);
    return { ...cell, high: Number.isFinite(high) ? Math.max(cell.low, high) : null };
  });
}
