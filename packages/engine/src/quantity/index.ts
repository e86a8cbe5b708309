export { composeUnit } from "./compose-unit.ts";
export { markPowers, partCommas, plainNumerals } from "./normal-marks.ts";
export {
  type Basis,
  type Comparator,
  comparators,
  dimensionOf,
  type Quantity,
  type QuantityDoubt,
  type QuantityField,
  quantityDoubts,
  type ReadUnit,
  type UnitBook,
} from "./quantity.ts";
export { type ReadComparator, readComparator } from "./read-comparator.ts";
export { type OpenTime, type ReadDates, readDates, type Window } from "./read-dates.ts";
export { readNumber } from "./read-number.ts";
export { readQuantities } from "./read-quantities.ts";
export { rateOf, readUnit } from "./read-unit.ts";
export { createUnitBook } from "./unit-book.ts";
