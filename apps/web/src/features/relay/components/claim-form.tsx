"use client";

import type { relayTakers } from "@lilink/contract";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Taker = {
  readonly publicId: string;
  readonly title: string;
  readonly by: (typeof relayTakers)[number];
  readonly concept: string | null;
};

/** Takes a result on by an own need or project; a need of the same node is chosen first. [RY2] */
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
  const client = useTRPCClient();
  const first = takers.find(({ concept }) => concept === node) ?? takers[0];
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
        takers.map(({ publicId: value, title, by }) => ({ value, label: `${title} (${t(`by.${by}`)})` })),
      )}
      {form.area("words")}
    </>,
  );
}
