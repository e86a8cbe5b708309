import { depositStages, depositTypes } from "@lilink/model/register";
import type { Random } from "../random.ts";

const nouns = ["盐湖", "锂辉石", "锂云母", "矿区", "北段", "南段", "黏土", "伟晶岩", "高原", "东坡"];
const words = ["Salar", "Ridge", "North", "South", "Basin", "Creek", "Lake", "Hill", "Pegmatite", "Valley"];
const places = [
  "Atacama",
  "Pilbara",
  "Uyuni",
  "Manono",
  "Kathleen",
  "Greenbushes",
  "Zabuye",
  "Yichun",
  "Thacker",
  "Bikita",
];
const countries = ["CN", "CL", "AR", "AU", "BO", "US", "CA", "CD", "ZW", "ML", "BR", "PT", "DE", "MX"];

/** The words that deposits are looked for by. */
export const askedWords = [...nouns, ...words, ...places];
export const askedCountries = countries;

/** A deposit as a form sends it; its number keeps names apart. */
export function makeDeposit(random: Random, number: number): Record<string, unknown> {
  const amount = () => (random.next() * 20).toFixed(3);
  const figure = (unit: string, basis: string | null = null) =>
    random.chance(0.3) ? null : { value: amount(), low: null, high: null, unit, basis };
  return {
    name: {
      zh: `${random.pick(nouns)}${random.pick(nouns)}${number}`,
      en: `${random.pick(places)} ${random.pick(words)} ${number}`,
    },
    type: random.pick(depositTypes),
    country: random.pick(countries),
    region: random.pick(places),
    place: {
      lon: Number((random.next() * 300 - 150).toFixed(3)),
      lat: Number((random.next() * 100 - 50).toFixed(3)),
    },
    stage: random.pick(depositStages),
    resource: figure("Mt Li"),
    reserve: figure("Mt Li"),
    grade: figure("% Li"),
    magnesium: figure("1"),
    cost: figure("USD/t", "lce"),
    capacity: figure("kt Li/a"),
    startYear: random.chance(0.5) ? 1990 + random.below(40) : null,
    operator: null,
    note: `${random.pick(words)} ${random.pick(words)} ${random.pick(nouns)}`,
  };
}
