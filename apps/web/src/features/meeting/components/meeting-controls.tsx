"use client";

import { formatDate } from "@lilink/i18n";
import { LilinkError } from "@lilink/model/error";
import { hasCome } from "@lilink/model/meeting";
import { Button, Field, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Meeting } from "../queries.ts";
import { EditForm } from "./edit-form.tsx";
import { SavedText } from "./saved-text.tsx";
import { useSavedTexts } from "./saved-texts.tsx";

export type MeetingControlsProps = {
  readonly meeting: Pick<Meeting, "publicId" | "state" | "title" | "heldAt" | "venue" | "minutes">;
};

/** What the keeper of a meeting does next: add a point, change or begin or cancel it, close it with its minutes. */
export function MeetingControls({ meeting }: MeetingControlsProps) {
  const { publicId, state } = meeting;
  const t = useTranslations("meeting.page");
  const locale = useLocale();
  const client = useTRPCClient();
  const id = useId();
  const [title, setTitle] = useState("");
  const { pending, failures, act } = useAct({ title: t("itemTitle") });
  const add = async () => {
    if (await act(() => client.meeting.addItem.mutate({ publicId, title }))) setTitle("");
  };
  return (
    <div className="no-print mt-5 flex flex-col gap-6">
      <div className="flex max-w-2xl flex-wrap items-end gap-2">
        <Field id={`${id}-item`} label={t("itemTitle")} error={failures.title} className="min-w-48 grow">
          {(aria) => <TextInput {...aria} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Button pending={pending} onClick={() => void add()}>
          {t("addItem")}
        </Button>
      </div>
      {state === "called" ? (
        <div className="flex flex-wrap items-center gap-3">
          {hasCome(meeting.heldAt, new Date()) ? (
            <ConfirmDialog
              label={t("hold")}
              title={t("holdTitle")}
              body={t("holdBody", { at: formatDate(meeting.heldAt, locale, "time") })}
              run={() => client.meeting.hold.mutate({ publicId })}
              done={t("heldNow")}
              variant="accent"
            />
          ) : (
            <p className="text-sm text-muted">{t("holdFrom", { day: formatDate(meeting.heldAt, locale) })}</p>
          )}
          <EditForm meeting={meeting} />
          <ReasonDialog
            label={t("cancel")}
            title={t("cancelTitle")}
            body={t("cancelBody")}
            run={(reason) => client.meeting.cancel.mutate({ publicId, reason })}
          />
        </div>
      ) : (
        <Closing publicId={publicId} written={meeting.minutes ?? ""} />
      )}
    </div>
  );
}

/** The minutes, kept as they are written, and the end of the meeting: asked once more, with all that stands unsaved. */
function Closing({ publicId, written }: { readonly publicId: string; readonly written: string }) {
  const t = useTranslations("meeting.page");
  const client = useTRPCClient();
  const { flushes } = useSavedTexts();
  const [minutes, setMinutes] = useState(written);
  const close = async () => {
    const saved = await Promise.all([...flushes.values()].map((flush) => flush()));
    // The text that could not be saved says why beside it.
    if (!saved.every(Boolean)) throw new LilinkError("CONFLICT");
    return client.meeting.close.mutate({ publicId });
  };
  return (
    <div className="flex max-w-2xl flex-col items-start gap-3">
      <SavedText
        name="minutes"
        label={t("minutes")}
        help={t("closeHelp")}
        rows={3}
        written={written}
        save={({ text, seen }) => client.meeting.noteMinutes.mutate({ publicId, minutes: text, seen })}
        onText={setMinutes}
      />
      <ConfirmDialog
        label={t("close")}
        title={t("closeTitle")}
        body={minutes.trim() === "" ? `${t("closeMinutes")} ${t("closeBody")}` : t("closeBody")}
        run={close}
        done={t("closedNow")}
      />
    </div>
  );
}
