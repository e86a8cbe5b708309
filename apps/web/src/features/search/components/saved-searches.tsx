"use client";

import { digestChoices, maxSavedSearches, savedSearchName } from "@lilink/contract";
import { Button, Dialog, Field, Menu, MenuItem, Select, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
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
export type SavedSearchesProps = {
  readonly searches: readonly SavedSearch[];
  /** The present conditions; empty where there is nothing to save. */
  readonly query: string;
  readonly suggestion: string;
};

/** The viewer's kept searches: open one, keep the present one, or manage them. */
export function SavedSearches({ searches, query, suggestion }: SavedSearchesProps) {
  const t = useTranslations("search.saved");
  const router = useRouter();
  return (
    <span className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      {searches.length > 0 ? (
        <Menu
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
      {query && searches.length < maxSavedSearches ? (
        <SaveDialog query={query} suggestion={suggestion} />
      ) : null}
      {searches.length > 0 ? <ManageDialog searches={searches} /> : null}
    </span>
  );
}

function SaveDialog({ query, suggestion }: { readonly query: string; readonly suggestion: string }) {
  const t = useTranslations("search.saved");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const { run, pending, error } = useRun();
  const [open, setOpen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const input = {
      name: String(data.get("name")),
      digest: data.get("digest") as Digest,
      query,
    };
    run(
      async () => {
        await client.search.save.mutate(input);
        setOpen(false);
      },
      t("saved"),
      { name: t("name") },
    );
  };
  return (
    <Dialog
      title={t("save")}
      description={t("saveBody")}
      closeLabel={action("close")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="text-link">
          {t("save")}
        </button>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field id="saved-name" label={t("name")} error={error}>
          {(aria) => <TextInput {...aria} name="name" defaultValue={suggestion} maxLength={80} />}
        </Field>
        <Field id="saved-digest" label={t("digest")} help={t("digestHelp")}>
          {(aria) => <DigestSelect {...aria} name="digest" defaultValue="none" />}
        </Field>
        <Button type="submit" variant="accent" pending={pending} className="self-end">
          {action("save")}
        </Button>
      </form>
    </Dialog>
  );
}

function ManageDialog({ searches }: { readonly searches: readonly SavedSearch[] }) {
  const t = useTranslations("search.saved");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const { run, pending, error } = useRun();
  const rename = (search: SavedSearch, name: string) => {
    if (name === search.name || !savedSearchName.safeParse(name).success) return;
    run(() => client.search.change.mutate({ publicId: search.publicId, name }), t("changed"));
  };
  return (
    <Dialog
      title={t("manage")}
      description={t("manageBody")}
      closeLabel={action("close")}
      trigger={
        <button type="button" className="text-link">
          {t("manage")}
        </button>
      }
    >
      {error ? (
        <p role="alert" className="text-danger">
          {error}
        </p>
      ) : null}
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
                    run(
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
                run(() => client.search.remove.mutate({ publicId: search.publicId }), t("removed"))
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

/** Runs a change, says that it is done and reads the page again; what went wrong is given back as words. */
function useRun() {
  const t = useTranslations("error");
  const router = useRouter();
  const [pending, start] = useTransition();
  const [error, setError] = useState<string>();
  const run = (change: () => Promise<unknown>, done: string, labels: Readonly<Record<string, string>> = {}) =>
    start(async () => {
      try {
        await change();
        setError(undefined);
        toast({ title: done, tone: "success" });
        router.refresh();
      } catch (thrown) {
        const message = toErrorMessage(thrown, labels, t);
        setError(message.fields[0]?.text ?? message.text);
      }
    });
  return { run, pending, error };
}
