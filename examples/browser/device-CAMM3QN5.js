import {
  describeAdapter,
  isSoftware,
  probeHardware,
  requestAdapter,
  requestDevice,
  webgpu
} from "./chunk-TOYW2PHL.js";
import "./chunk-6LKKJNI5.js";
import "./chunk-AXQFWXYZ.js";
export {
  describeAdapter,
  isSoftware,
  probeHardware,
  requestAdapter,
  requestDevice,
  webgpu
};
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFtdLAogICJzb3VyY2VzQ29udGVudCI6IFtdLAogICJtYXBwaW5ncyI6ICIiLAogICJuYW1lcyI6IFtdCn0K
