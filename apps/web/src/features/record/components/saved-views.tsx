"use client";

import { Button, Dialog, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { RoutedLink } from "#components/button-link.tsx";
import { SaveAsDialog } from "#components/save-as-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type View = { readonly publicId: string; readonly name: string; readonly query: string };
export type SavedViewsProps = {
  /** The page of the register's list. */
  readonly page: string;
  readonly views: readonly View[];
  /** The present address, as a view would hold it. */
  readonly present: string;
};

const chip =
  "inline-flex h-8 items-center rounded-md border border-line px-2 text-sm no-underline hover:border-edge aria-[current=page]:border-ink aria-[current=page]:font-medium";

/** The viewer's own views of a register as chips: open one, keep the present address, rename or remove. */
export function SavedViews({ page, views, present }: SavedViewsProps) {
  const t = useTranslations("register.saved");
  const isKept = views.some(({ query }) => query === present);
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {views.length > 0 ? (
        <nav aria-label={t("title")} className="flex flex-wrap items-center gap-1.5">
          {views.map(({ publicId, name, query }) => (
            <RoutedLink
              key={publicId}
              className={chip}
              aria-current={query === present ? "page" : undefined}
              href={{ pathname: page, query: toParts(query) }}
            >
              {name}
            </RoutedLink>
          ))}
        </nav>
      ) : null}
      {isKept ? null : <SaveView page={page} present={present} />}
      {views.length > 0 ? <ManageViews views={views} /> : null}
    </div>
  );
}

/** A facet may stand in an address more than once. */
function toParts(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

function SaveView({ page, present }: Pick<SavedViewsProps, "page" | "present">) {
  const t = useTranslations("register.saved");
  const client = useTRPCClient();
  return (
    <SaveAsDialog
      title={t("save")}
      body={t("saveBody")}
      label={t("name")}
      save={(name) => client.search.save.mutate({ name, page, query: present })}
      done={t("saved")}
    />
  );
}

function ManageViews({ views }: Pick<SavedViewsProps, "views">) {
  const t = useTranslations("register.saved");
  const action = useTranslations("common.action");
  return (
    <Dialog
      title={t("manage")}
      closeLabel={action("close")}
      trigger={
        <button type="button" className="text-link">
          {t("manage")}
        </button>
      }
    >
      <ul className="hairline-list">
        {views.map((view) => (
          <KeptView key={view.publicId} view={view} />
        ))}
      </ul>
    </Dialog>
  );
}

function KeptView({ view: { publicId, name } }: { readonly view: View }) {
  const t = useTranslations("register.saved");
  const client = useTRPCClient();
  const { pending, failures, act } = useAct({ name: t("name") });
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get("name"));
    void act(() => client.search.change.mutate({ publicId, name: given }), t("renamed"));
  };
  return (
    <li className="py-3">
      <form
        method="post"
        onSubmit={rename}
        aria-label={name}
        className="grid items-end gap-2 sm:grid-cols-[1fr_auto_auto]"
        noValidate
      >
        <Field id={`view-${publicId}`} label={t("name")} error={failures.name}>
          {(aria) => <TextInput {...aria} name="name" defaultValue={name} maxLength={80} />}
        </Field>
        <Button type="submit" pending={pending}>
          {t("rename")}
        </Button>
        <Button
          variant="quiet"
          pending={pending}
          aria-label={t("removeOne", { name })}
          onClick={() => void act(() => client.search.remove.mutate({ publicId }), t("removed"))}
        >
          {t("remove")}
        </Button>
      </form>
    </li>
  );
}
