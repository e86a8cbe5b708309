"use client";

import type { relayTakers } from "@lilink/contract";
import { type Locale, readerHalf } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Taker = {
  readonly publicId: string;
  readonly title: string;
  readonly by: (typeof relayTakers)[number];
  readonly concept: string | null;
};

/** Takes a result on by an own need or project. One of the same node is chosen already; among others somebody has to choose. [RY2] */
export function ClaimForm({
  publicId,
  node,
  takers,
}: {
  readonly publicId: string;
  readonly node: string;
  readonly takers: readonly Taker[];
}) {
  const t = useTranslations("relay");
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const first = takers.find(({ concept }) => concept === node);
  const form = useSmallForm(
    "claim",
    { of: first?.publicId ?? "", words: "" },
    { of: t("claim.of"), words: t("claim.words") },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.relay.claim.mutate({
          publicId,
          by: takers.find((one) => one.publicId === values.of)?.by ?? "need",
          of: values.of ?? "",
          words: values.words ?? "",
        }),
      t("claim.sent"),
    );
  return form.frame(
    send,
    t("claim.send"),
    <>
      {form.choice(
        "of",
        takers.map(({ publicId: value, title, by }) => ({
          value,
          label: `${readerHalf(title, locale)} (${t(`by.${by}`)})`,
        })),
        ...(first ? [] : [t("claim.choose")]),
      )}
      {form.area("words")}
    </>,
  );
}
