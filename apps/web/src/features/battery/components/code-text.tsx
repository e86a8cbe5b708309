import { Fragment } from "react";
import { groupsOf } from "../view.ts";

/** A code that breaks between its parts, where a line must break. */
export function CodeText({ code }: { readonly code: string }) {
  return groupsOf(code).map((part, at) => (
    <Fragment key={at}>
      {at > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
