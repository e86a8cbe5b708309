"use client";

import { compareContents } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { clockText } from "#components/save-status.tsx";
import { useTRPC } from "#lib/trpc/use-trpc.ts";
import { ArrivingNotice } from "./arriving-notice.tsx";
import { ChangeTable } from "./change-table.tsx";
import { type DraftValues, toContent, toDraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";

export type ConflictNoticeProps = {
  readonly continueFrom: (revision: number, typed: boolean) => void;
};

/** Two people or windows saved: both texts stand side by side until one is chosen; neither is lost before. */
export function ConflictNotice({ continueFrom }: ConflictNoticeProps) {
  const t = useTranslations("posting.save");
  const locale = useLocale();
  const trpc = useTRPC();
  const { publicId } = useFormTools();
  const { getValues, reset } = useFormContext<DraftValues>();
  const { data: theirs } = useQuery({ ...trpc.posting.loadDraft.queryOptions({ publicId }), staleTime: 0 });
  if (!theirs) return null;
  return (
    <ArrivingNotice tone="warning" title={t("conflictTitle")}>
      <p>
        {t("conflictBody", {
          name: theirs.updatedBy ?? t("somebody"),
          time: clockText(theirs.updatedAt, locale),
        })}
      </p>
      <div className="my-3 [&_thead]:static [&_thead]:bg-transparent">
        <ChangeTable
          caption={t("conflictTitle")}
          changes={compareContents(theirs.content, toContent(getValues()))}
          before={t("theirs")}
          after={t("mine")}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => continueFrom(theirs.revision, true)}>{t("keepMine")}</Button>
        <Button
          onClick={() => {
            reset(toDraftValues(theirs.content, theirs.levels, theirs.validDays));
            continueFrom(theirs.revision, false);
          }}
        >
          {t("takeTheirs")}
        </Button>
      </div>
    </ArrivingNotice>
  );
}
