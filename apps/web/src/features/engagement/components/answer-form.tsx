"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Accepts or declines an engagement. [AV2] */
export function AnswerForm({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("engagement.answer");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const answer = (accept: boolean) =>
    void act(
      () => client.engagement.answer.mutate({ publicId, accept }),
      t(accept ? "accepted" : "declined"),
    );
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="accent" pending={pending} onClick={() => answer(true)}>
        {t("accept")}
      </Button>
      <Button disabled={pending} onClick={() => answer(false)}>
        {t("decline")}
      </Button>
    </div>
  );
}
