import type { Field } from "@lilink/model/register";

/** Whether a form takes all its days as text, since of one of them a month or a year is enough. */
export const typesDays = (fields: readonly Field[]): boolean =>
  fields.some((field) => field.kind === "day" && field.partial);
