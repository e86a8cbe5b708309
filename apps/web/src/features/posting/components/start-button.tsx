"use client";

import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { FilePlus2 } from "lucide-react";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type StartButtonProps = {
  readonly kind: PostingKind;
  /** What the draft holds from the start. */
  readonly content: Partial<PostingContent>;
  /** On the button. */
  readonly text: string;
  /** What it starts, for whoever hears the button alone; given, the button is small. */
  readonly label?: string;
};

/** Opens a draft that is filled in already, and the form with it. */
export function StartButton({ kind, content, text, label }: StartButtonProps) {
  const client = useTRPCClient();
  const router = useRouter();
  const { pending, act } = useAct();
  const start = () =>
    act(async () => {
      const { publicId } = await client.posting.create.mutate({ kind, content });
      router.push(`/postings/${publicId}/edit`);
    });
  return (
    <Button
      size={label ? "sm" : "md"}
      variant={label ? "quiet" : "accent"}
      pending={pending}
      aria-label={label}
      onClick={() => void start()}
    >
      <FilePlus2 aria-hidden />
      {text}
    </Button>
  );
}
