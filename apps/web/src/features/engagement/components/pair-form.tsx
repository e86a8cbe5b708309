"use client";

import { Field } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { PostingPick } from "#features/posting/components/posting-pick.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly publicId: string;
  readonly postings: readonly { readonly publicId: string; readonly title: string | null }[];
};

/** Proposes a pair to the client. [AV5] */
export function PairForm({ publicId, postings }: Given) {
  const t = useTranslations("engagement.pair");
  const client = useTRPCClient();
  const form = useSmallForm(
    "pair",
    { own: postings[0]?.publicId ?? "", other: "", reason: "" },
    { own: t("own"), other: t("other"), reason: t("reason") },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.engagement.pair.mutate({
          publicId,
          own: values.own ?? "",
          other: values.other ?? "",
          reason: values.reason ?? "",
        }),
      t("sent"),
    );
  return form.frame(
    send,
    t("send"),
    <>
      {form.choice(
        "own",
        postings.map((one) => ({ value: one.publicId, label: one.title ?? one.publicId })),
      )}
      <Field id="pair-other" label={t("other")} help={t("otherHelp")} error={form.failures.other} required>
        {(aria) => (
          <PostingPick
            {...aria}
            label={t("other")}
            value={values.other ?? ""}
            onPick={(other) => form.set("other", other)}
          />
        )}
      </Field>
      {form.area("reason", { required: true })}
    </>,
  );
}
