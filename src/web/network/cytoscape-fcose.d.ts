declare module "cytoscape-fcose" {
  import type { Ext } from "cytoscape";

  /** Registers the layout by the name of `fcose`. */
  const fcose: Ext;
  export default fcose;
}
