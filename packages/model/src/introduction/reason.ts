/** Why an introduction is declined; each code has a text in i18n and feeds the weak-link board. */
export const declineReasons = [
  "figures",
  "volume",
  "time",
  "price_band",
  "ip",
  "region",
  "capacity",
  "other",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What the asking side wants first; the interest form is short and structured. */
export const interestAims = [
  "quote",
  "sample",
  "trial",
  "visit",
  "joint_project",
  "licence_talk",
  "information",
] as const;
export type InterestAim = (typeof interestAims)[number];
