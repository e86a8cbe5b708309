export { catalog, type Messages, type Namespace, namespaces } from "./catalog.ts";
export { createTranslator } from "./create-translator.ts";
export { formatChange, formatDifference } from "./format/change.ts";
export { type DateStyle, formatDate, formatTimeIn, formatWeekday, timeZone, toDay } from "./format/date.ts";
export { type Due, type DueTone, formatDue } from "./format/due.ts";
export { formatDollars, formatMoney } from "./format/money.ts";
export { formatPeriod } from "./format/period.ts";
export { countryName, placeName } from "./format/place.ts";
export {
  formatChance,
  formatNumber,
  formatQuantity,
  formatRange,
  formatRatio,
  formatShare,
  formatUnit,
  joinBasis,
  joinUnit,
  type NumberStyle,
  nameUnits,
  priceCeilingName,
  toReading,
  volumeName,
  writeOut,
  yearlyName,
} from "./format/quantity.ts";
export { readerHalf, readerHalves } from "./format/reader-half.ts";
export { formatDatedTarget, formatTarget } from "./format/target.ts";
export { loadMessages } from "./load-messages.ts";
export { defaultLocale, isLocale, type Locale, locales } from "./locale.ts";
export { type NoticeText, toNoticeText } from "./notice/to-notice-text.ts";
export { sayCriterion } from "./register/criterion-words.ts";
export { policyEventWords, policyStatusWords } from "./register/policy-words.ts";
export { type RecordWords, recordWords } from "./register/record-words.ts";
export { sayStep } from "./register/say-step.ts";
export { sayApart, sayGoal, sayStanding } from "./standing/say-standing.ts";
