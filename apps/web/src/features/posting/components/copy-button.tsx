"use client";

import { Button } from "@lilink/ui";
import { Copy } from "lucide-react";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type CopyButtonProps = {
  readonly publicId: string;
  /** On the button, and once it is done; the page that shows it sends no further texts. */
  readonly text: { readonly copy: string; readonly copied: string };
  /** What is copied, for whoever hears the button alone; given, the button is small. */
  readonly label?: string;
};

/** A new draft with what the posting's draft says, at the same levels; files stay where they are. */
export function CopyButton({ publicId, text, label }: CopyButtonProps) {
  const client = useTRPCClient();
  const router = useRouter();
  const { pending, act } = useAct();
  const copy = () =>
    act(async () => {
      const { kind, content, levels, validDays } = await client.posting.loadDraft.query({ publicId });
      const { attachments: _files, ...words } = content as Record<string, unknown>;
      const made = await client.posting.create.mutate({ kind, content: words, levels, validDays });
      router.push(`/postings/${made.publicId}/edit`);
    }, text.copied);
  return (
    <Button
      size={label ? "sm" : "md"}
      variant={label ? "quiet" : "plain"}
      pending={pending}
      aria-label={label}
      onClick={() => void copy()}
    >
      <Copy aria-hidden />
      {text.copy}
    </Button>
  );
}
