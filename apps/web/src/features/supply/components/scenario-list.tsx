"use client";

import { formatDate } from "@lilink/i18n";
import { Button, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Scenario } from "../queries.ts";
import { LinkOutcome } from "./link-outcome.tsx";

/** Scenarios side by side, as they were counted on their day. */
export function ScenarioList({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const client = useTRPCClient();
  const { pending, act } = useAct({}, t("frozen"));
  if (scenarios.length === 0) return <p className="text-muted">{t("never")}</p>;
  const links = scenarios[0]?.result.map(({ link }) => link) ?? [];
  return (
    <DataTable
      caption={t("scenarios")}
      rows={scenarios}
      rowKey={({ publicId }) => publicId}
      columns={[
        { key: "name", label: t("scenario"), cell: ({ name }) => <OwnWords>{name}</OwnWords> },
        { key: "on", label: t("keptOn"), cell: ({ keptAt }) => formatDate(keptAt, locale) },
        ...links.map((link) => ({
          key: link,
          label: t(`links.${link as "resource"}`),
          cell: ({ result }: Scenario) => <LinkOutcome result={result} link={link} />,
        })),
        {
          key: "meeting",
          label: t("forMeeting"),
          cell: ({ meeting, meetingTitle }) =>
            meeting ? <TextLink href={`/meetings/${meeting}`}>{meetingTitle ?? meeting}</TextLink> : "",
        },
        {
          key: "remove",
          label: t("remove"),
          cell: ({ publicId, meeting }) =>
            meeting ? null : (
              <Button
                size="sm"
                disabled={pending}
                onClick={() => void act(() => client.supply.dropScenario.mutate({ publicId }), t("removed"))}
              >
                {t("remove")}
              </Button>
            ),
        },
      ]}
    />
  );
}
