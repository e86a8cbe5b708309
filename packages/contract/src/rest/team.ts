import { z } from "zod";

const member = z.object({
  publicId: z.string(),
  title: z.string(),
  language: z.string(),
  concept: z.string(),
  covers: z.array(z.string()),
  fit: z.number(),
});

export const team = z
  .object({
    competences: z.array(z.object({ concept: z.string(), from: z.enum(["stated", "text"]) })),
    held: z.array(z.string()),
    uncovered: z.array(z.string()),
    teams: z.array(z.object({ fit: z.number(), members: z.array(member) })),
    paths: z.array(
      z.object({
        direction: z.enum(["upstream", "downstream"]),
        concepts: z.array(z.object({ concept: z.string(), holders: z.int() })),
        gap: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Team" });
