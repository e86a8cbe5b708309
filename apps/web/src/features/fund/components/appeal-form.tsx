"use client";

import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Appeals against a refusal, once. [FU13] */
export function AppealForm({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("fund.form");
  const client = useTRPCClient();
  const form = useSmallForm("appeal", {}, { words: t("appealWords") });
  const send = () =>
    void form.act(
      () => client.fund.appeal.mutate({ publicId, words: form.values.words ?? "" }),
      t("appealSent"),
    );
  return form.frame(send, t("appealSend"), form.area("words", { required: true }));
}
