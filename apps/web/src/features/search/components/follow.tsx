import { followed } from "@lilink/contract";
import { getTranslations } from "next-intl/server";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";
import { FollowButton } from "./follow-button.tsx";

export type FollowProps = {
  readonly kind: Parameters<typeof followed>[0];
  readonly id: string;
  /** What it is called among the kept searches. */
  readonly name: string;
};

/** Follows a concept, a body or a goal; nothing for a visitor. [SE19] */
export async function Follow({ kind, id, name }: FollowProps) {
  if (!(await findViewer())) return null;
  const { page, query } = followed(kind, id);
  const [kept, t] = await Promise.all([
    (await caller()).search.listSaved({ page }),
    getTranslations("search.follow"),
  ]);
  return (
    <FollowButton
      page={page}
      query={query}
      name={name.slice(0, 80)}
      kept={kept.find((one) => one.query === query && one.digest !== "none")?.publicId ?? null}
      texts={{
        follow: t("follow"),
        following: t("following"),
        done: t(kind === "goal" ? "doneGoal" : "done"),
        undone: t("undone"),
      }}
    />
  );
}
