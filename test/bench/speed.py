"""Trains the networks of networks.ts for some seconds with PyTorch or TensorFlow and prints one line of JSON.

speed.py <mlp|lenet|lstm> <torch|tensorflow> <seconds> [cpu|cuda]       one thread on the CPU
"""

import json
import os
import sys
import time

name, library, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
device = sys.argv[4] if len(sys.argv) > 4 else "cpu"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
SHAPES = {"mlp": (64, 784), "lenet": (64, 1, 28, 28), "lstm": (32, 50, 16)}


def torch_step():
    import torch
    from torch import nn

    torch.set_num_threads(1)

    class Last(nn.Module):
        def forward(self, result):
            return result[0][:, -1]

    networks = {
        "mlp": lambda: [nn.Linear(784, 500), nn.ReLU(), nn.Linear(500, 250), nn.ReLU(), nn.Linear(250, 10)],
        "lenet": lambda: [
            *(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
            *(nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()),
            *(nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)),
        ],
        "lstm": lambda: [nn.LSTM(16, 64, batch_first=True), Last(), nn.Linear(64, 10)],
    }
    network = nn.Sequential(*networks[name]()).to(device)
    x = torch.randn(*SHAPES[name], device=device)
    y = torch.randint(0, 10, (SHAPES[name][0],), device=device)
    updater, loss = torch.optim.Adam(network.parameters(), 1e-3), nn.CrossEntropyLoss()

    def step():
        updater.zero_grad(set_to_none=True)
        value = loss(network(x), y)
        value.backward()
        updater.step()
        return value

    return step, lambda value: value.item()


def tensorflow_step():
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    layers = tf.keras.layers
    networks = {
        "mlp": lambda: [layers.Dense(500, "relu"), layers.Dense(250, "relu")],
        "lenet": lambda: [
            *(layers.Conv2D(6, 5, padding="same", activation="relu"), layers.MaxPool2D(2)),
            *(layers.Conv2D(16, 5, activation="relu"), layers.MaxPool2D(2), layers.Flatten()),
            *(layers.Dense(120, "relu"), layers.Dense(84, "relu")),
        ],
        "lstm": lambda: [layers.LSTM(64)],
    }
    shape = (64, 28, 28, 1) if name == "lenet" else SHAPES[name]
    network = tf.keras.Sequential([layers.Input(shape[1:]), *networks[name](), layers.Dense(10)])
    x, y = tf.random.normal(shape), tf.random.uniform((shape[0],), 0, 10, tf.int32)
    updater = tf.keras.optimizers.Adam(1e-3)
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    @tf.function
    def step():
        with tf.GradientTape() as tape:
            value = loss(y, network(x, training=True))
        weights = network.trainable_variables
        updater.apply_gradients(zip(tape.gradient(value, weights), weights))
        return value

    return step, lambda value: float(value)


step, read = torch_step() if library == "torch" else tensorflow_step()
for _ in range(20):
    read(step())
start, steps = time.perf_counter(), 0
while time.perf_counter() - start < seconds:
    value = step()
    steps += 1
    # Also what waits for the device.
    if steps % 10 == 0:
        read(value)
read(value)
print(json.dumps({"name": name, "library": library, "device": device, "stepsPerSecond": steps / (time.perf_counter() - start)}))
