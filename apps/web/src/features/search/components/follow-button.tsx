"use client";

import { Button } from "@lilink/ui";
import { Bell, BellOff } from "lucide-react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type FollowButtonProps = {
  readonly page: string;
  readonly query: string;
  readonly name: string;
  /** The kept search by which it is followed, or null. */
  readonly kept: string | null;
  /** The page that shows the button sends no further texts. */
  readonly texts: Readonly<Record<"follow" | "following" | "done" | "undone", string>>;
};

/** One press follows, another ends it. */
export function FollowButton({ page, query, name, kept, texts }: FollowButtonProps) {
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const press = () =>
    kept
      ? act(() => client.search.remove.mutate({ publicId: kept }), texts.undone)
      : act(() => client.search.save.mutate({ name, page, query, digest: "daily" }), texts.done);
  return (
    <Button pending={pending} aria-pressed={kept !== null} onClick={() => void press()}>
      {kept ? <BellOff aria-hidden /> : <Bell aria-hidden />}
      {kept ? texts.following : texts.follow}
    </Button>
  );
}
