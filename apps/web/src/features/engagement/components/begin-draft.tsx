"use client";

import { type PostingKind, postingKinds } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Begins a draft for a client, of the kind that is pressed. [AV4] */
export function BeginDraft({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("engagement.draft");
  const kinds = useTranslations("posting.kind");
  const client = useTRPCClient();
  const router = useRouter();
  const { pending, act } = useAct();
  const begin = (kind: PostingKind) =>
    void act(async () => {
      const made = await client.engagement.draft.mutate({ publicId, kind });
      router.push(`/postings/${made.publicId}/edit`);
    });
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-2 text-muted">{t("begin")}</legend>
      {postingKinds.map((kind) => (
        <Button key={kind} size="sm" disabled={pending} onClick={() => begin(kind)}>
          {kinds(kind)}
        </Button>
      ))}
    </fieldset>
  );
}
