import type { Locale } from "../locale.ts";

/** Official names of the mainland (GB/T 2659.1) where those of the locale data differ. Not in the catalogue, as with units. */
export const officialNames: Readonly<Record<Locale, Readonly<Partial<Record<string, string>>>>> = {
  "zh-CN": {
    HK: "中国香港",
    MO: "中国澳门",
    TW: "中国台湾",
    FK: "马尔维纳斯群岛（福克兰群岛）",
    IO: "查戈斯群岛（英属印度洋领地）",
    PS: "巴勒斯坦",
    KR: "韩国",
    KP: "朝鲜",
    MM: "缅甸",
  },
  en: {
    HK: "Hong Kong, China",
    MO: "Macao, China",
    TW: "Taiwan, China",
    FK: "Malvinas Islands (Falkland Islands)",
    IO: "Chagos Archipelago (British Indian Ocean Territory)",
    PS: "Palestine",
    KR: "Republic of Korea",
    KP: "Democratic People’s Republic of Korea",
    MM: "Myanmar",
  },
};
