"use client";

import { digestChoices, savedSearchName } from "@lilink/contract";
import { Button, Dialog, Field, Menu, MenuItem, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SaveAsDialog } from "#components/save-as-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Digest = (typeof digestChoices)[number];
export type SavedSearch = {
  readonly publicId: string;
  readonly name: string;
  readonly page: string;
  readonly query: string;
  readonly digest: Digest;
};
/** What was pressed first, and brought this here. */
export type FirstPress = "open" | "save" | "manage";
export type SavedSearchWorkProps = {
  readonly first: FirstPress;
  readonly canSave: boolean;
  readonly searches: readonly SavedSearch[];
  /** The present conditions; empty where there is nothing to save. */
  readonly query: string;
  readonly suggestion: string;
};

/** The same buttons at work: open a kept search, keep the present one, or manage them. */
export default function SavedSearchWork({
  first,
  canSave,
  searches,
  query,
  suggestion,
}: SavedSearchWorkProps) {
  const t = useTranslations("search.saved");
  const router = useRouter();
  return (
    <span className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      {searches.length > 0 ? (
        <Menu
          defaultOpen={first === "open"}
          trigger={<button type="button" className="text-link">{`${t("title")} ${searches.length}`}</button>}
        >
          {searches.map((search) => (
            <MenuItem
              key={search.publicId}
              onSelect={() => router.push(search.query ? `${search.page}?${search.query}` : search.page)}
            >
              {search.name}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      {canSave ? <SaveDialog query={query} suggestion={suggestion} isFirst={first === "save"} /> : null}
      {searches.length > 0 ? <ManageDialog searches={searches} isFirst={first === "manage"} /> : null}
    </span>
  );
}

type SaveDialogProps = Pick<SavedSearchWorkProps, "query" | "suggestion"> & { readonly isFirst: boolean };

function SaveDialog({ query, suggestion, isFirst }: SaveDialogProps) {
  const t = useTranslations("search.saved");
  const client = useTRPCClient();
  return (
    <SaveAsDialog
      defaultOpen={isFirst}
      title={t("save")}
      body={t("saveBody")}
      label={t("name")}
      suggestion={suggestion}
      save={(name, form) => client.search.save.mutate({ name, digest: form.get("digest") as Digest, query })}
      done={t("saved")}
    >
      <Field id="saved-digest" label={t("digest")} help={t("digestHelp")}>
        {(aria) => <DigestSelect {...aria} name="digest" defaultValue="none" />}
      </Field>
    </SaveAsDialog>
  );
}

type ManageDialogProps = Pick<SavedSearchWorkProps, "searches"> & { readonly isFirst: boolean };

function ManageDialog({ searches, isFirst }: ManageDialogProps) {
  const [isOpen, setOpen] = useState(isFirst);
  const t = useTranslations("search.saved");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const { pending, failures, act } = useAct({ name: t("name"), digest: t("digest") });
  const rename = (search: SavedSearch, name: string) => {
    if (name === search.name || !savedSearchName.safeParse(name).success) return;
    void act(() => client.search.change.mutate({ publicId: search.publicId, name }), t("changed"));
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t("manage")}
      description={t("manageBody")}
      closeLabel={action("close")}
      trigger={
        <button type="button" className="text-link">
          {t("manage")}
        </button>
      }
    >
      {Object.values(failures).map((text) => (
        <p key={text} role="alert" className="text-danger">
          {text}
        </p>
      ))}
      <ul className="hairline-list" aria-busy={pending}>
        {searches.map((search) => (
          <li key={search.publicId} className="grid items-end gap-2 py-3 sm:grid-cols-[1fr_8rem_auto]">
            <Field id={`name-${search.publicId}`} label={t("name")}>
              {(aria) => (
                <TextInput
                  {...aria}
                  defaultValue={search.name}
                  maxLength={80}
                  onBlur={(event) => rename(search, event.target.value.trim())}
                />
              )}
            </Field>
            <Field id={`digest-${search.publicId}`} label={t("digest")}>
              {(aria) => (
                <DigestSelect
                  {...aria}
                  defaultValue={search.digest}
                  onChange={(event) =>
                    void act(
                      () =>
                        client.search.change.mutate({
                          publicId: search.publicId,
                          digest: event.target.value as Digest,
                        }),
                      t("changed"),
                    )
                  }
                />
              )}
            </Field>
            <Button
              variant="quiet"
              aria-label={t("remove", { name: search.name })}
              onClick={() =>
                void act(() => client.search.remove.mutate({ publicId: search.publicId }), t("removed"))
              }
            >
              {action("delete")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function DigestSelect(props: Omit<React.ComponentProps<typeof Select>, "options">) {
  const t = useTranslations("search.saved");
  return (
    <Select
      {...props}
      options={digestChoices.map((value) => ({ value, label: t(value === "none" ? "none_" : value) }))}
    />
  );
}
