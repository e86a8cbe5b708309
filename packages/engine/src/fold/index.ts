export { canonicalText } from "./canonical-text.ts";
export { appendEvents, type FoldBook, openBook } from "./fold-book.ts";
export {
  asKnownOn,
  type FoldEntry,
  type Folded,
  type FoldLimits,
  type FoldRules,
  foldEvents,
  listConflicts,
} from "./fold-events.ts";
export {
  compareOccurred,
  type DatedEvent,
  type Moment,
  type OrderConflict,
  type OrderedEvent,
  orderEvents,
} from "./order-events.ts";
