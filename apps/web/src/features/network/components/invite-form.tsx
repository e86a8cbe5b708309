"use client";

import { networkLanes } from "@lilink/model/network";
import type { SelectOption } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

const links = networkLanes.filter((lane) => lane !== "beside");

/** Invites the firms of a link whom nobody has met to an event, with one press. [NW6] */
export function InviteForm({ events }: { readonly events: readonly SelectOption[] }) {
  const t = useTranslations("network");
  const client = useTRPCClient();
  const form = useSmallForm(
    "invite",
    { publicId: events[0]?.value ?? "", lane: "resource" },
    { publicId: t("invite.event"), lane: t("link") },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.network.invite.mutate({
          publicId: values.publicId ?? "",
          lane: links.find((lane) => lane === values.lane) ?? "resource",
        }),
      t("invite.sent"),
    );
  return form.frame(
    send,
    t("invite.send"),
    <>
      {form.choice("publicId", events)}
      {form.choice(
        "lane",
        links.map((lane) => ({ value: lane, label: t(`lane.${lane}`) })),
      )}
    </>,
  );
}
