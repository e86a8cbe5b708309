/** Said where a text of one field may give both languages. [OW1] */
export const bothHelp = [
  "可用两种语言：中文在前，用“ / ”隔开，英文在后。",
  'May be in both languages: Chinese first, then " / ", then English.',
] as const;
