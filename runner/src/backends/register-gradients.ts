import { addNGradConfig } from "@tensorflow/tfjs-core/dist/gradients/AddN_grad.js";
import { squaredDifferenceGradConfig } from "@tensorflow/tfjs-core/dist/gradients/SquaredDifference_grad.js";
import { stepGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Step_grad.js";
import { registerGradient, type GradConfig } from "@tensorflow/tfjs-core";
import { absGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Abs_grad.js";
import { addGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Add_grad.js";
import { avgPoolGradConfig } from "@tensorflow/tfjs-core/dist/gradients/AvgPool_grad.js";
import { batchMatMulGradConfig } from "@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad.js";
import { castGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Cast_grad.js";
import { clipByValueGradConfig } from "@tensorflow/tfjs-core/dist/gradients/ClipByValue_grad.js";
import { concatGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Concat_grad.js";
import { conv2DGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Conv2D_grad.js";
import { conv2DBackpropInputGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Conv2DBackpropInput_grad.js";
import { cosGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Cos_grad.js";
import { depthwiseConv2dNativeGradConfig } from "@tensorflow/tfjs-core/dist/gradients/DepthwiseConv2dNative_grad.js";
import { eluGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Elu_grad.js";
import { expGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Exp_grad.js";
import { expandDimsGradConfig } from "@tensorflow/tfjs-core/dist/gradients/ExpandDims_grad.js";
import { gatherGradConfig } from "@tensorflow/tfjs-core/dist/gradients/GatherV2_grad.js";
import { identityGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Identity_grad.js";
import { logGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Log_grad.js";
import { log1pGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Log1p_grad.js";
import { maxGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Max_grad.js";
import { maxPoolGradConfig } from "@tensorflow/tfjs-core/dist/gradients/MaxPool_grad.js";
import { maximumGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Maximum_grad.js";
import { meanGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Mean_grad.js";
import { minimumGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Minimum_grad.js";
import { multiplyGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Multiply_grad.js";
import { negGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Neg_grad.js";
import { packGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Pack_grad.js";
import { padV2GradConfig } from "@tensorflow/tfjs-core/dist/gradients/PadV2_grad.js";
import { powGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Pow_grad.js";
import { preluGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Prelu_grad.js";
import { divGradConfig } from "@tensorflow/tfjs-core/dist/gradients/RealDiv_grad.js";
import { reluGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Relu_grad.js";
import { relu6GradConfig } from "@tensorflow/tfjs-core/dist/gradients/Relu6_grad.js";
import { reshapeGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Reshape_grad.js";
import { reverseGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Reverse_grad.js";
import { rsqrtGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Rsqrt_grad.js";
import { selectGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Select_grad.js";
import { sigmoidGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sigmoid_grad.js";
import { signGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sign_grad.js";
import { sliceGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Slice_grad.js";
import { softmaxGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Softmax_grad.js";
import { softplusGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Softplus_grad.js";
import { splitVGradConfig } from "@tensorflow/tfjs-core/dist/gradients/SplitV_grad.js";
import { sqrtGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sqrt_grad.js";
import { squareGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Square_grad.js";
import { subGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sub_grad.js";
import { sumGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sum_grad.js";
import { tanhGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Tanh_grad.js";
import { tileGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Tile_grad.js";
import { transposeGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Transpose_grad.js";
import { unpackGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Unpack_grad.js";

/**
 * Gradients of the operations that layers and losses are made of. The package's main file registers none, and the file that registers
 * all of them imports a folder, which Node's modules do not resolve. Engine and registries are shared through the global object.
 */
const gradients: readonly GradConfig[] = [
  absGradConfig,
  addNGradConfig,
  squaredDifferenceGradConfig,
  addGradConfig,
  avgPoolGradConfig,
  batchMatMulGradConfig,
  castGradConfig,
  clipByValueGradConfig,
  concatGradConfig,
  conv2DGradConfig,
  conv2DBackpropInputGradConfig,
  cosGradConfig,
  depthwiseConv2dNativeGradConfig,
  eluGradConfig,
  expGradConfig,
  expandDimsGradConfig,
  gatherGradConfig,
  identityGradConfig,
  logGradConfig,
  log1pGradConfig,
  maxGradConfig,
  maxPoolGradConfig,
  maximumGradConfig,
  meanGradConfig,
  minimumGradConfig,
  multiplyGradConfig,
  negGradConfig,
  packGradConfig,
  padV2GradConfig,
  powGradConfig,
  preluGradConfig,
  divGradConfig,
  reluGradConfig,
  relu6GradConfig,
  reshapeGradConfig,
  reverseGradConfig,
  rsqrtGradConfig,
  selectGradConfig,
  sigmoidGradConfig,
  signGradConfig,
  sliceGradConfig,
  softmaxGradConfig,
  softplusGradConfig,
  splitVGradConfig,
  sqrtGradConfig,
  squareGradConfig,
  stepGradConfig,
  subGradConfig,
  sumGradConfig,
  tanhGradConfig,
  tileGradConfig,
  transposeGradConfig,
  unpackGradConfig,
];

for (const gradient of gradients) registerGradient(gradient);
