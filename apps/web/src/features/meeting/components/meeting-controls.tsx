"use client";

import { formatDate } from "@lilink/i18n";
import { Button, Field, TextArea, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Meeting } from "../queries.ts";
import { EditForm } from "./edit-form.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useUnsavedNotes } from "./unsaved-notes.tsx";

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
          <ConfirmDialog
            label={t("hold")}
            title={t("holdTitle")}
            body={t("holdBody", { at: formatDate(meeting.heldAt, locale, "time") })}
            run={() => client.meeting.hold.mutate({ publicId })}
            done={t("heldNow")}
            variant="accent"
          />
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
  const id = useId();
  const unsaved = useUnsavedNotes();
  const [minutes, setMinutes] = useState(written);
  const { failures, act } = useAct({ minutes: t("minutes") });
  // The press that ends the meeting leaves the field first: its end waits for what that saves.
  const saving = useRef<Promise<unknown>>(undefined);
  const keep = () => {
    saving.current = act(() => client.meeting.noteMinutes.mutate({ publicId, minutes }));
  };
  const close = async () => {
    await saving.current;
    const notes = [...unsaved].map(([position, text]) => ({ position, notes: text }));
    return client.meeting.close.mutate({ publicId, minutes, notes });
  };
  return (
    <div className="flex max-w-2xl flex-col items-start gap-3">
      <Field id={id} label={t("minutes")} help={t("closeHelp")} error={failures.minutes} className="w-full">
        {(aria) => (
          <TextArea
            {...aria}
            rows={3}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
            onBlur={() => {
              if (minutes !== written) keep();
            }}
          />
        )}
      </Field>
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
