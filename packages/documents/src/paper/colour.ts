/** What a paper is drawn in; a printer without colour loses nothing by it. */
export const ink = "#1a1a1a";
export const faint = "#5f6368";
export const line = "#c9ccd1";
export const ground = "#f3f4f6";
export const fill = "#7d8794";
export const alarm = "#a3420a";
