import { conditionSets } from "@lilink/model/conditions";
import { registers } from "@lilink/model/register";
import { cache } from "react";
import { caller } from "#lib/trpc/server.ts";

/** What binds and when, and what it says of the reader's own plants. */
export const readBinding = cache(async () => (await caller()).conformity.binding({}));
export type Binding = Awaited<ReturnType<typeof readBinding>>;

/** The page of a plant or recycler. */
export const pathOf = ({ register, publicId }: Pick<Binding["plants"][number], "register" | "publicId">) =>
  `/${registers[register].rest.path}/${publicId}`;

export const findSet = (id: string | undefined) => conditionSets.find((set) => set.id === id) ?? null;
