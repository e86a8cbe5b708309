import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { drawIcon, iconOf } from "./draw-icon.ts";
import { escapeText } from "./escape-text.ts";
import { writeAttributes } from "./write-attributes.ts";

type Props = Readonly<Record<string, unknown>> & {
  readonly children?: ReactNode;
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
};

/** What was made of a node: its HTML where nothing in it lives, and the node that React is to draw. */
type Made = { readonly html: string | null; readonly node: ReactNode };

const clientReference = Symbol.for("react.client.reference");
const forwardRef = Symbol.for("react.forward_ref");
const memo = Symbol.for("react.memo");

const empty: Made = { html: "", node: null };
const voids = new Set(["area", "br", "col", "hr", "img", "wbr"]);
/** Elements that React keeps in hand: it moves them into the head, or tells them their value. */
const lively = new Set(
  "html head body title meta link style script base input select option textarea pre noscript template iframe object embed video audio".split(
    " ",
  ),
);

/**
 * What does not change once it is drawn, made into text on the server: React then neither sends its elements one by one, nor
 * draws them a second time, nor wakes them in the browser. Components of the browser inside, and what waits, stay as they
 * are; the elements above them stay React's, all beside them become text. For server components alone.
 * @example <Still><DataTable … /></Still>
 */
export function Still({ children }: { readonly children: ReactNode }): ReactNode {
  return still(children);
}

/** The same for a node: one that React draws alike, with fewer elements. */
export function still(node: ReactNode): ReactNode {
  return toOne(make(node).node);
}

function make(node: ReactNode): Made {
  if (node === null || node === undefined || typeof node === "boolean") return empty;
  if (typeof node === "string") return { html: escapeText(node), node };
  if (typeof node === "number" || typeof node === "bigint") return { html: String(node), node };
  if (Array.isArray(node)) return makeList(node);
  if (!isValidElement<Props>(node)) return { html: null, node };
  const { type, props } = node;
  if (typeof type === "string") return makeHost(node, type);
  if (type === Fragment) return keyed(node.key, make(props.children));
  return makeComponent(node);
}

function makeList(nodes: readonly ReactNode[]): Made {
  const made = nodes.map(make);
  const html = made.every((one) => one.html !== null) ? made.map((one) => one.html).join("") : null;
  return { html, node: made.map((one) => one.node) };
}

function makeComponent(node: ReactElement<Props>): Made {
  const type: unknown = node.type;
  const icon = iconOf(node.props);
  if (icon) return keyed(node.key, make(drawIcon(icon, node.props)));
  if (isPlain(type)) return keyed(node.key, make(type(node.props)));
  if (typeof type === "object" && type !== null && "$$typeof" in type) {
    const held = type as { $$typeof: symbol; render?: unknown; type?: unknown };
    if (held.$$typeof === forwardRef && isPlain(held.render))
      return keyed(node.key, make(held.render(node.props)));
    if (held.$$typeof === memo && isPlain(held.type)) return keyed(node.key, make(held.type(node.props)));
  }
  return { html: null, node };
}

type Plain = (props: Props, ref?: null) => ReactNode;

// A component that waits is drawn by React when it has what it waits for.
function isPlain(type: unknown): type is Plain {
  return (
    typeof type === "function" &&
    !("$$typeof" in type && type.$$typeof === clientReference) &&
    type.constructor.name === "Function" &&
    !type.prototype?.isReactComponent
  );
}

function makeHost(node: ReactElement<Props>, tag: string): Made {
  const { children, dangerouslySetInnerHTML: given } = node.props;
  const inside = given ? { html: given.__html, node: null } : make(children);
  const attributes = lively.has(tag) || tag.includes("-") ? null : writeAttributes(node.props);
  if (inside.html === null) {
    const { children: _children, ...rest } = node.props;
    const list = Array.isArray(inside.node) ? inside.node : [inside.node];
    return { html: null, node: createElement(tag, withKey(rest, node.key), ...list) };
  }
  const html =
    attributes === null
      ? null
      : voids.has(tag)
        ? `<${tag}${attributes}/>`
        : `<${tag}${attributes}>${inside.html}</${tag}>`;
  // Text alone is no less than the same text as HTML; form controls have no HTML of their own.
  if (given || lively.has(tag) || typeof children === "string" || inside.html === "") return { html, node };
  const { children: _children, ...rest } = node.props;
  return {
    html,
    node: createElement(
      tag,
      withKey({ ...rest, dangerouslySetInnerHTML: { __html: inside.html } }, node.key),
    ),
  };
}

function withKey(props: object, key: string | null): object {
  return key === null ? props : { ...props, key };
}

function keyed(key: string | null, { html, node }: Made): Made {
  const one = toOne(node);
  return { html, node: key === null || one === null ? one : createElement(Fragment, { key }, one) };
}

// The children of an element stand in their places; only lists of its own need keys.
function toOne(node: ReactNode): ReactNode {
  return Array.isArray(node) ? createElement(Fragment, null, ...node) : node;
}
