/** A sentence about one quantity and the reading that it must get: "op value[..high] unit". */
export type QuantitySentence = readonly [text: string, reading: string];

type Amount = { readonly text: string; readonly reading: string };
type Frame = { readonly op: string; readonly around: (amount: string) => string };

const amounts: readonly Amount[] = [
  { text: "99.5%", reading: "99.5 %" },
  { text: "1,250 吨", reading: "1250 t" },
  { text: "２００ｐｐｍ", reading: "200 ppm" },
  { text: "3.2 万吨/年", reading: "32000 t/a" },
  { text: "两千五百吨", reading: "2500 t" },
  { text: "4.5 mS·cm⁻¹", reading: "4.5 mS/cm" },
  { text: "1.2×10⁻³ S/cm", reading: "0.0012 S/cm" },
  { text: "180 mAh/g", reading: "180 mAh/g" },
  { text: "2.6 g/cm³", reading: "2.6 g/cm3" },
  { text: "50 mg·kg⁻¹", reading: "50 ppm" },
  { text: "12 kt LCE", reading: "12 kt LCE" },
  { text: "-20 ℃", reading: "-20 °C" },
  { text: "6000 次", reading: "6000 cycles" },
];
const frames: Readonly<Record<"development" | "heldOut", readonly Frame[]>> = {
  development: [
    { op: ">=", around: (amount) => `指标不低于${amount}。` },
    { op: ">=", around: (amount) => `须达到${amount}以上` },
    { op: ">=", around: (amount) => `at least ${amount}, as agreed` },
    { op: "<=", around: (amount) => `不得超过${amount},` },
    { op: "<=", around: (amount) => `控制在${amount}以内` },
    { op: "<=", around: (amount) => `no more than ${amount}.` },
    { op: "about", around: (amount) => `约${amount}` },
    { op: "=", around: (amount) => `实测${amount};` },
  ],
  heldOut: [
    { op: ">=", around: (amount) => `客户要求：≥ ${amount}；` },
    { op: ">=", around: (amount) => `we ask for ${amount} or more.` },
    { op: ">=", around: (amount) => `应不小于 ${amount}` },
    { op: "<=", around: (amount) => `最多${amount}，否则退货` },
    { op: "<=", around: (amount) => `it must not exceed ${amount};` },
    { op: "<=", around: (amount) => `（${amount}以下）` },
    { op: "about", around: (amount) => `${amount}左右` },
    { op: "=", around: (amount) => `typical lot: ${amount}` },
  ],
};
const ranges = [
  ["8", "15", "µm"],
  ["8.5", "15.5", "微米"],
  ["-40", "60", "℃"],
  ["2", "3", "万吨/年"],
  ["90", "95", "%"],
] as const;
const joints = { development: ["~", "至", " to "], heldOut: ["～", "-", "到"] } as const;
const rangeReadings: Readonly<Record<string, string>> = {
  "8": "8..15 µm",
  "8.5": "8.5..15.5 µm",
  "-40": "-40..60 °C",
  "2": "20000..30000 t/a",
  "90": "90..95 %",
};

/** Sentences made of every amount in every frame, and ranges with every joint; the halves share no frame or joint. */
export function quantitySentences(half: "development" | "heldOut"): readonly QuantitySentence[] {
  const framed = frames[half].flatMap(({ op, around }) =>
    amounts.map(({ text, reading }): QuantitySentence => [around(text), `${op} ${reading}`]),
  );
  const spanned = ranges.flatMap(([low, high, unit]) =>
    joints[half].map(
      (joint): QuantitySentence => [`范围 ${low}${joint}${high} ${unit}`, `range ${rangeReadings[low]}`],
    ),
  );
  return [...framed, ...spanned];
}
