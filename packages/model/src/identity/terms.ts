/** The day of the terms of use and the privacy notice that are shown; a text that changes in substance gets a new one. [PE7] */
export const termsVersion = "2026-11-26";
