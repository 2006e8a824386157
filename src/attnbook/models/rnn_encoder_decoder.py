"""A GRU that reads and a GRU that writes, with attention between them or without.

Read from the bottom up: `EncoderDecoder` is the whole, the parts stand above it.

With attention (Bahdanau, Cho and Bengio, 2015) the decoder looks at every state of the
encoder and chooses anew for each character that it writes. Without attention (Cho et
al., 2014) it sees the encoder's last state only: one vector, however long the source.

Chapter: 5-applications/translation-with-attention.
"""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int64
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from attnbook.functional.masks import padding_mask
from attnbook.nn.additive_attention import AdditiveAttention


@dataclass(frozen=True)
class EncoderDecoderConfig:
    """The sizes of an `EncoderDecoder`.

    Attributes:
        n_source_tokens: Size of the source vocabulary.
        n_target_tokens: Size of the target vocabulary.
        d_embedding: Features of an embedded character.
        d_hidden: Features of the decoder's state, and of the encoder's in each
            direction.
        attention: False takes the attention away and nothing else.
        bos: The number that begins a target.
        bidirectional: False lets the encoder read from left to right only.
    """

    n_source_tokens: int
    n_target_tokens: int
    d_embedding: int = 32
    d_hidden: int = 64
    attention: bool = True
    bos: int = 1
    bidirectional: bool = True

    @property
    def d_state(self) -> int:
        """Features of an encoder's state, all directions side by side."""
        return self.d_hidden * (2 if self.bidirectional else 1)


class Encoder(nn.Module):
    """Read the source, in both directions or one, and sum it up in one vector."""

    def __init__(self, config: EncoderDecoderConfig):
        super().__init__()
        self.embedding = nn.Embedding(config.n_source_tokens, config.d_embedding)
        self.gru = nn.GRU(
            config.d_embedding,
            config.d_hidden,
            batch_first=True,
            bidirectional=config.bidirectional,
        )

    def forward(
        self, source: Int64[Tensor, "b k"], lengths: Int64[Tensor, " b"]
    ) -> tuple[Float[Tensor, "b k d_state"], Float[Tensor, "b d_state"]]:
        """Return a state for every character, and the last state of each direction.

        The rows are packed, so that the backward direction begins at the last real
        character and padding changes nothing.
        """
        embedded = self.embedding(source)  # (b, k, d_embedding)
        packed = pack_padded_sequence(
            embedded, lengths.cpu(), batch_first=True, enforce_sorted=False
        )
        states, last = self.gru(packed)  # last: (directions, b, d_hidden)
        states, _ = pad_packed_sequence(
            states, batch_first=True, total_length=source.shape[1]
        )  # (b, k, d_state)
        return states, torch.cat(last.unbind(), dim=-1)  # (b, d_state)


class Decoder(nn.Module):
    """Write one character at a time, from the one before and a context."""

    def __init__(self, config: EncoderDecoderConfig):
        super().__init__()
        d_state = config.d_state
        self.embedding = nn.Embedding(config.n_target_tokens, config.d_embedding)
        self.first_state = nn.Linear(d_state, config.d_hidden)
        self.attention = (
            AdditiveAttention(config.d_hidden, d_state, config.d_hidden)
            if config.attention
            else None
        )
        self.gru = nn.GRUCell(config.d_embedding + d_state, config.d_hidden)
        self.output = nn.Linear(config.d_hidden + d_state, config.n_target_tokens)

    def begin(self, last: Float[Tensor, "b d_state"]) -> Float[Tensor, "b d_hidden"]:
        """Turn the encoder's last state into the decoder's first."""
        return torch.tanh(self.first_state(last))  # (b, d_hidden)

    def look(
        self,
        state: Float[Tensor, "b d_hidden"],
        states: Float[Tensor, "b k d_state"],
        last: Float[Tensor, "b d_state"],
        mask: Bool[Tensor, "b 1 k"],
    ) -> tuple[Float[Tensor, "b d_state"], Float[Tensor, "b 1 k"] | None]:
        """Choose the context: a weighted sum of all states, or always the last one."""
        if self.attention is None:
            return last, None
        query = state.unsqueeze(1)  # (b, 1, d_hidden)
        context, weights = self.attention(
            query, states, states, mask=mask, return_weights=True
        )  # (b, 1, d_state), (b, 1, k)
        return context.squeeze(1), weights  # (b, d_state), (b, 1, k)

    def step(
        self,
        token: Int64[Tensor, " b"],
        state: Float[Tensor, "b d_hidden"],
        context: Float[Tensor, "b d_state"],
    ) -> tuple[Float[Tensor, "b d_hidden"], Float[Tensor, "b n_target_tokens"]]:
        """Take in the character before; return the next state and the logits."""
        seen = torch.cat([self.embedding(token), context], dim=-1)
        state = self.gru(seen, state)  # (b, d_hidden)
        logits = self.output(torch.cat([state, context], dim=-1))
        return state, logits  # (b, d_hidden), (b, n_target_tokens)


class EncoderDecoder(nn.Module):
    """Translate a sequence of tokens into another of any length.

    Example:
        >>> config = EncoderDecoderConfig(n_source_tokens=7, n_target_tokens=5)
        >>> model = EncoderDecoder(config)
        >>> source, lengths = torch.tensor([[4, 5, 6], [4, 0, 0]]), torch.tensor([3, 1])
        >>> tokens, weights = model.greedy(source, lengths, n_tokens=2)
        >>> tokens.shape, weights.shape
        (torch.Size([2, 2]), torch.Size([2, 2, 3]))
        >>> weights[1].tolist()  # one real character: nothing else to look at
        [[1.0, 0.0, 0.0], [1.0, 0.0, 0.0]]

    Chapter:
        5-applications/translation-with-attention

    Source:
        Bahdanau, Cho and Bengio, "Neural Machine Translation by Jointly Learning to
        Align and Translate", ICLR 2015, section 3; without attention: Cho et al.,
        "Learning Phrase Representations using RNN Encoder-Decoder", EMNLP 2014.
    """

    def __init__(self, config: EncoderDecoderConfig):
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.decoder = Decoder(config)

    def forward(
        self,
        source: Int64[Tensor, "b k"],
        lengths: Int64[Tensor, " b"],
        target_in: Int64[Tensor, "b q"],
    ) -> Float[Tensor, "b q n_target_tokens"]:
        """Predict each next token from the true tokens before it (teacher forcing).

        Args:
            source: What to read, filled up at the right.
            lengths: How many tokens of each source are real.
            target_in: The answer without its last token.

        Returns:
            Logits; those at position i may depend on ``target_in[:, : i + 1]`` only.
        """
        states, last = self.encoder(source, lengths)  # (b, k, d_state), (b, d_state)
        mask = padding_mask(lengths, source.shape[1])  # (b, 1, k)
        state = self.decoder.begin(last)  # (b, d_hidden)
        logits = []
        for token in target_in.unbind(dim=1):  # (b,)
            context, _ = self.decoder.look(state, states, last, mask)
            state, step_logits = self.decoder.step(token, state, context)
            logits.append(step_logits)
        return torch.stack(logits, dim=1)  # (b, q, n_target_tokens)

    @torch.no_grad()
    def greedy(
        self,
        source: Int64[Tensor, "b k"],
        lengths: Int64[Tensor, " b"],
        *,
        n_tokens: int,
    ) -> tuple[Int64[Tensor, "b q"], Float[Tensor, "b q k"] | None]:
        """Write the likeliest token, feed it back in, and so on.

        Args:
            source: What to read, filled up at the right.
            lengths: How many tokens of each source are real.
            n_tokens: How many tokens to write; those after an end token mean nothing.

        Returns:
            The tokens, and the attention weights of each; None without attention.
        """
        states, last = self.encoder(source, lengths)  # (b, k, d_state), (b, d_state)
        mask = padding_mask(lengths, source.shape[1])  # (b, 1, k)
        state = self.decoder.begin(last)  # (b, d_hidden)
        token = torch.full_like(lengths, self.config.bos)  # (b,)
        tokens, weights = [], []
        for _ in range(n_tokens):
            context, step_weights = self.decoder.look(state, states, last, mask)
            state, logits = self.decoder.step(token, state, context)
            token = logits.argmax(dim=-1)  # (b,)
            tokens.append(token)
            weights.append(step_weights)
        written = torch.stack(tokens, dim=1)  # (b, q)
        if not self.config.attention:
            return written, None
        return written, torch.cat(weights, dim=1)  # (b, q), (b, q, k)


def count_parameters(model: nn.Module) -> int:
    """Count the numbers that training may change.

    Example:
        >>> count_parameters(nn.Linear(3, 2))  # 3 * 2 weights and 2 biases
        8
    """
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
